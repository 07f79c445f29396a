import './styles/index.css'
import { mount } from 'svelte'
import { config } from 'zod/v4/core'
import App from './App.svelte'
import { startTheme } from './theme'

// the page's policy forbids making code from text; zod would try and be refused
config({ jitless: true })
startTheme()
mount(App, { target: document.getElementById('app')! })
