// Sets the colour scheme before the first paint, so that a dark page never flashes white. Kept out of the bundle on purpose:
// it must run before the style sheets, and the content security policy allows no inline script.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('atbalsts-theme');
  } catch {
    choice = null;
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
