// Sets theme and language before the first paint, in a file of its own because the page allows no inline script.
;(function () {
  var chosen = { theme: 'system', language: 'en' }
  try {
    chosen.theme = localStorage.getItem('myna.theme') || 'system'
    chosen.language = localStorage.getItem('myna.language') || (navigator.language || 'en').slice(0, 2)
  } catch (error) {
    // Storage is blocked: the defaults hold.
  }
  var dark = chosen.theme === 'dark' || (chosen.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  document.documentElement.lang = chosen.language === 'hi' || chosen.language === 'bn' ? chosen.language : 'en'
})()
// The page allows no code made from text; whoever checks answers here need not try.
globalThis.__zod_globalConfig = { jitless: true }
