// An entry of the system log opens beside the list. Without this its link leads to a page of its own.
document.addEventListener('htmx:afterSwap', event => {
  if (event.target.id === 'entry') {
    document.getElementById('drawer').showModal();
  }
});

// A click beside the drawer closes it, as Escape does.
document.addEventListener('click', event => {
  if (event.target.id === 'drawer') {
    event.target.close();
  }
});
