// What every page needs: the menu of small screens, the search in the list of customers, files that are too large to
// be sent, and buttons that copy.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-menu-toggle]');
  if (button) {
    const open = document.getElementById(button.getAttribute('aria-controls')).classList.toggle('show');
    button.setAttribute('aria-expanded', String(open));
  }
});

document.addEventListener('input', event => {
  const list = event.target.dataset.filter;
  if (list) {
    const wanted = event.target.value.trim().toLowerCase();
    for (const item of document.querySelectorAll(`${list} > li`)) {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
    }
  }
});

document.addEventListener('change', event => {
  const max = Number(event.target.dataset.bytesMax);
  if (max) {
    const tooLarge = [...event.target.files].some(file => file.size > max);
    event.target.setCustomValidity(tooLarge ? 'This file is too large.' : '');
    event.target.reportValidity();
  }
});

// Without a safe connection there is no clipboard: then the text is marked, ready to be copied by hand.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    const text = document.querySelector(button.dataset.copy);
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Press Ctrl+C';
    }
  }
});
