// What every page needs: the menu of small screens and the search in the list of customers.
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
