/** Text in a code page of Excel: what stands outside ASCII by its byte. */
export function bytesIn(charset: string, text: string): Buffer {
  const decoder = new TextDecoder(charset)
  const of = new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(at + 128)), at + 128]))
  return Buffer.from([...text].map((sign) => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : of.get(sign)!)))
}
