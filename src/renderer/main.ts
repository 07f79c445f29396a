import './styles/index.css'
import { mount } from 'svelte'
import { firstAsked } from '../shared/values/first-asked'
import { askEarly, call, onLeave } from './api'
import App from './App.svelte'
import { startTheme } from './theme'
import { duration } from '../shared/values/span'
import { leaveAll } from './records/owed'
import { keepCompositions } from './ui/keys'
import { showDate, showDone } from './ui/format'
import { formatLocale, setLanguage } from './ui/language.svelte'

// the page's policy forbids making code from text; zod, which some screens load, would try and be refused
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
for (const name of [...firstAsked, 'shell.trouble', 'shell.start'] as const) askEarly(name)
startTheme()
// main serves the page in the language that was last spoken; the workspace's own follows with its settings
await setLanguage(document.documentElement.lang)
// before anything else hears of a key
keepCompositions(window)
onLeave(() => void leaveAll().then(() => call('shell.left', {})))
mount(App, { target: document.getElementById('app')! })
// while the first answers are on their way: to make the first formats takes longer than to draw a row
showDone('2000-01-01T00:00:00Z')
showDate('2000-01-01', 'weekday')
duration(90 * 60_000, formatLocale())
