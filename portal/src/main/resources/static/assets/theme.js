// Runs before the page is painted: what a person chose wins over what the device asks for.
(() => {
  const KEY = 'tallystick-theme';
  const device = matchMedia('(prefers-color-scheme: dark)');

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function apply() {
    const theme = stored() ?? (device.matches ? 'dark' : 'light');
    document.documentElement.dataset.bsTheme = theme;
    document.dispatchEvent(new CustomEvent('theme-changed'));
  }

  function toggle() {
    const next = document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, next);
    } catch {
      document.documentElement.dataset.bsTheme = next;
    }
    apply();
  }

  device.addEventListener('change', apply);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-theme-toggle]')) {
      toggle();
    }
  });
  apply();
})();
