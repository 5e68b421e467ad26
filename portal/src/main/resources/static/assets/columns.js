// Columns of a file are sent in the order in which they stand. Without this they stand as they come.
const columns = document.getElementById('columns');
const submit = document.querySelector('#export [type=submit]');

for (const button of columns.querySelectorAll('[data-move]')) {
  button.hidden = false;
}

columns.addEventListener('click', event => {
  const button = event.target.closest('[data-move]');
  if (!button) {
    return;
  }
  const column = button.closest('.column');
  if (button.dataset.move === 'up') {
    column.previousElementSibling?.before(column);
  } else {
    column.nextElementSibling?.after(column);
  }
  button.focus();
});

// A file without columns is refused.
columns.addEventListener('change', () => {
  submit.disabled = !columns.querySelector(':checked');
});
