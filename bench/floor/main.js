// The least an Electron application with a tray can be: what everything is compared with. It makes its window at the first click, and
// keeps it. Must not do anything that a tray and one window do not need.
const { app, BrowserWindow, nativeImage, Tray } = require('electron');

let window = null;
let tray = null;

function makeWindow() {
  window = new BrowserWindow({
    show: false,
    width: 360,
    height: 560,
    frame: false,
    skipTaskbar: true,
    webPreferences: { sandbox: true },
  });
  return window.loadFile('index.html');
}

async function clicked() {
  if (window === null) await makeWindow();
  else if (window.isVisible()) return window.hide();
  window.show();
}

app.on('window-all-closed', () => {});
void app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromBitmap(Buffer.alloc(22 * 22 * 4, 200), { width: 22, height: 22 }));
  tray.setToolTip('hello');
  tray.on('click', () => void clicked());
});
