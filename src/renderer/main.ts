import './styles/index.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { startTheme } from './theme'
import { setLanguage } from './ui/language.svelte'

// the page's policy forbids making code from text; zod, which some screens load, would try and be refused
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
startTheme()
// main serves the page in the language that was last spoken; the workspace's own follows with its settings
await setLanguage(document.documentElement.lang)
mount(App, { target: document.getElementById('app')! })
