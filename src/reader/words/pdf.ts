/** So many pages are looked at, and so long, in milliseconds, since a page may be drawn of anything. */
const mostPages = 40
const mostTime = 5_000

/**
 * Takes a PDF, gives its words page by page, about so many characters. Pages that are pictures have none. Error: it cannot be read, or
 * is locked.
 */
export async function wordsOfPdf(content: Buffer, most: number): Promise<string> {
  const { getDocument, VerbosityLevel } = await library()
  const loading = getDocument({
    // taken over by the library: a copy
    data: new Uint8Array(content),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false
  })
  try {
    const began = performance.now()
    const pdf = await loading.promise
    let words = ''
    for (let at = 1; at <= Math.min(pdf.numPages, mostPages); at++) {
      const { items } = await (await pdf.getPage(at)).getTextContent()
      for (const item of items) if ('str' in item) words += item.hasEOL ? `${item.str}\n` : item.str
      words += '\n\n'
      if (words.length > most || performance.now() - began > mostTime) break
    }
    return words
  } finally {
    await loading.destroy()
  }
}

/** The reader of PDF without a page to draw on: what draws is never called, but is named when the library is loaded. */
async function library() {
  const around = globalThis as { DOMMatrix?: unknown; Path2D?: unknown; ImageData?: unknown; pdfjsWorker?: unknown }
  around.DOMMatrix ??= class {}
  around.Path2D ??= class {}
  around.ImageData ??= class {}
  return asPlainNode(async () => {
    // in this thread: a reader is a process of its own already
    around.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return import('pdfjs-dist/legacy/build/pdf.mjs')
  })
}

/**
 * The library takes every process of Electron but its first for a page and looks for a document there. A reader has none: while
 * the library is loaded it finds the process as Node has it.
 */
async function asPlainNode<T>(load: () => Promise<T>): Promise<T> {
  const type = Object.getOwnPropertyDescriptor(process, 'type')
  if (!type) return load()
  Object.defineProperty(process, 'type', { value: undefined, configurable: true })
  try {
    return await load()
  } finally {
    Object.defineProperty(process, 'type', type)
  }
}
