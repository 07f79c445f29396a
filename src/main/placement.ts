/** A part of the screen, in pixels. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** Wide enough for a page and a drawer beside it. */
const usual = { width: 1440, height: 900 }
/** How much of the window's top edge must be on a screen for a person to get hold of it. */
const grip = { width: 120, height: 40 }

/** Takes what was kept, gives where the window opens: there, if a person could reach it there, else in the middle; never larger than the screen. */
export function placed(state: Area | null, areas: readonly Area[]): Partial<Area> {
  const largest = { width: Math.max(...areas.map(({ width }) => width)), height: Math.max(...areas.map(({ height }) => height)) }
  if (!state) return { width: Math.min(usual.width, largest.width), height: Math.min(usual.height, largest.height) }
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
