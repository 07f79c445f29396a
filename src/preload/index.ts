import { contextBridge, ipcRenderer, webUtils } from 'electron'

// The whole door between a page and Redress. It never grows: new procedures go into the contract.
contextBridge.exposeInMainWorld('redress', {
  call: (name: string, input: unknown, call: string) => ipcRenderer.invoke('redress:call', name, input, call),
  cancel: (call: string) => ipcRenderer.send('redress:cancel', call),
  dropped: (file: File) => ipcRenderer.invoke('redress:dropped', webUtils.getPathForFile(file)),
  on: (listener: (event: unknown) => void) => {
    const heard = (_: unknown, event: unknown) => listener(event)
    ipcRenderer.on('redress:event', heard)
    return () => ipcRenderer.off('redress:event', heard)
  }
})
