// The script of the dashboard's pages: copies the key that it shows, and counts an authenticator's seconds.
// Must not send anything anywhere. All pages work without it.

const copies = document.querySelector('[data-copies]');
if (copies) {
  copies.hidden = false;
  copies.addEventListener('click', async () => {
    const key = document.getElementById(copies.dataset.copies);
    const says = document.querySelector('[data-copied]');
    try {
      await navigator.clipboard.writeText(key.textContent);
      says.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(key);
      says.textContent = 'Copying did not work here. The key is selected: copy it yourself.';
    }
  });
}

const left = document.querySelector('[data-seconds-left]');
if (left) {
  const end = Date.now() + Number(left.textContent) * 1000;
  const count = () => {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    if (seconds <= 0) location.reload();
    else left.textContent = String(seconds);
  };
  setInterval(count, 500);
}
