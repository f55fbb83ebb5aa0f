// The sandboxed preload: gives the page the two functions of app/bridge/contract.ts. Which names exist, who may call
// and what an input must look like is checked in main (app/bridge/dispatch.ts).
import { contextBridge, ipcRenderer } from 'electron';
import type { Api } from './contract';

const api: Api = {
  call: (name, input) => ipcRenderer.invoke('ninetray:call', name, input),
  on: (name, listener) => {
    const heard = (_event: unknown, message: Parameters<typeof listener>[0]) => {
      listener(message);
    };
    ipcRenderer.on(`ninetray:${name}`, heard);
    return () => ipcRenderer.off(`ninetray:${name}`, heard);
  },
};

contextBridge.exposeInMainWorld('ninetray', api);
