/** What the first screen asks, without input: main has it answered while the page is loaded, the page asks before it draws. */
export const firstAsked = ['workspace.info', 'desk.today'] as const
