/**
 * Text in a code page of Excel: what stands outside ASCII by its byte. Node 20 takes windows-1252 for Latin-1 where a text is
 * decoded in one go, and not where it is decoded piece by piece.
 */
export function bytesIn(charset: string, text: string): Buffer {
  const decoder = new TextDecoder(charset)
  const of = new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(at + 128), { stream: true }), at + 128]))
  return Buffer.from([...text].map((sign) => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : of.get(sign)!)))
}
