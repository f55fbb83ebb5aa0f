// The script of the dashboard's pages: copies the key that it shows, and counts an authenticator's seconds.
// Must not send anything anywhere, nor have words of its own: they are in the page. All pages work without it.

const copies = document.querySelector('[data-copies]');
if (copies) {
  copies.hidden = false;
  copies.addEventListener('click', async () => {
    const key = document.getElementById(copies.dataset.copies);
    const outcome = document.querySelector('[data-outcome]');
    try {
      await navigator.clipboard.writeText(key.textContent);
      outcome.textContent = copies.dataset.copied;
    } catch {
      getSelection().selectAllChildren(key);
      outcome.textContent = copies.dataset.notCopied;
    }
  });
}

const left = document.querySelector('[data-seconds-left]');
if (left) {
  // The line for each number of seconds, from one to all that are left.
  const lines = JSON.parse(left.dataset.secondsLeft);
  const end = Date.now() + lines.length * 1000;
  const count = () => {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    if (seconds <= 0) location.reload();
    else left.textContent = lines[seconds - 1];
  };
  setInterval(count, 500);
}
