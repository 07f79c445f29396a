/** A part of the screen, in pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

const usual = { width: 1280, height: 840 }
/** How much of the window's top edge must be on a screen for a person to get hold of it. */
const grip = { width: 120, height: 40 }

/** Takes what was kept, gives where the window opens: there, if a person could reach it there, else in the middle. */
export function placed(state: Area | null, areas: readonly Area[]): Partial<Area> {
  if (!state) return usual
  const largest = { width: Math.max(...areas.map(({ width }) => width)), height: Math.max(...areas.map(({ height }) => height)) }
  const size = {
    width: Math.max(640, Math.min(Math.round(state.width), largest.width)),
    height: Math.max(480, Math.min(Math.round(state.height), largest.height))
  }
  const seen = areas.some((area) => {
    const width = Math.min(state.x + size.width, area.x + area.width) - Math.max(state.x, area.x)
    const top = state.y >= area.y - 1 && state.y + grip.height <= area.y + area.height
    return width >= grip.width && top
  })
  return seen ? { x: Math.round(state.x), y: Math.round(state.y), ...size } : size
}
