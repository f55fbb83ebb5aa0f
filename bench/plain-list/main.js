// One window with a plain table: what the account window's list is compared with. Must not do anything that such a window does not need.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1080, height: 720, webPreferences: { sandbox: true } });
  await window.loadFile('index.html');
});
