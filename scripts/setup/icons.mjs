// Lucide draws each icon from data, element by element, whenever it is shown. The build turns each into a plain drawing,
// which the browser copies at once: a first screen has some thirty of them.
const data = /const iconData = (\{.*\});/

/** Takes a node of Lucide's data, gives it as markup. */
const markup = ([tag, attributes]) =>
  `<${tag} ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')} />`

/** The plugin for Vite, before Svelte's own. */
export const icons = {
  name: 'icons',
  enforce: 'pre',
  transform(code, id) {
    if (!/@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/.test(id)) return undefined
    const found = data.exec(code)
    if (!found) throw new Error(`${id} is not made as the icons were`)
    const { name, size, node } = JSON.parse(found[1])
    return {
      code: `<script>
  let { size = ${size}, strokeWidth = 2, ...rest } = $props()
</script>
<svg xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor" stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="lucide-icon lucide lucide-${name}" {...rest}>${node.map(markup).join('')}</svg>`,
      map: null
    }
  }
}
