import './styles/index.css'
import { mount } from 'svelte'
import { askEarly } from './api'
import App from './App.svelte'
import { startTheme } from './theme'
import { setLanguage } from './ui/language.svelte'

/** The first picture has the desk's rows in it if they come within so many milliseconds; the window is hidden until then. */
const patience = 400

// the page's policy forbids making code from text; zod, which some screens load, would try and be refused
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
const asked = Promise.all((['workspace.info', 'shell.trouble', 'desk.today'] as const).map(askEarly))
startTheme()
// main serves the page in the language that was last spoken; the workspace's own follows with its settings
await setLanguage(document.documentElement.lang)
await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, patience))])
mount(App, { target: document.getElementById('app')! })
