const common = [
  "default-src 'none'",
  "script-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html'
]

/** What the app's page may load: its own files, and the preview of a brief in a frame. */
export const pagePolicy = [...common, "style-src 'self'", "worker-src 'self'", "frame-src 'self'", "frame-ancestors 'none'"].join(
  '; '
)

/** What a brief may load; its drawings carry style attributes. It may stand in a frame of our own page. */
export const briefPolicy = [
  ...common,
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "worker-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'self'"
].join('; ')

/**
 * What the window may load that draws a PDF from outside: its own script, and that file. What stands in the file could at
 * most be a picture or a font, which the page makes itself.
 */
export const lookPolicy = [
  ...common.filter((rule) => !/^(?:connect-src|trusted-types) /.test(rule)),
  "connect-src 'self'",
  'trusted-types',
  "style-src 'none'",
  "worker-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'"
].join('; ')

const noDevices = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking'
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** The headers of every answer. */
export function headers(type: string, policy = pagePolicy): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': noDevices,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache'
  }
}
