// A page in a frame that may be shown no more leaves nothing behind: what it showed is gone with it.
const FORBIDDEN = 403;

document.body.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === FORBIDDEN) {
    location.replace(document.getElementById('content').dataset.closed);
  }
});
