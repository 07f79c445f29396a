/** How many draws are enough while something is typed: what is shown is asked for again, in full, when typing pauses. */
export const QUICK_DRAWS = 20_000
