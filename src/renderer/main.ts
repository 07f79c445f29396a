import './styles/index.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { startTheme } from './theme'

startTheme()
mount(App, { target: document.getElementById('app')! })
