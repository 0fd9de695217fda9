/** ⌘ on Apple keyboards, Ctrl elsewhere. */
export const commandKey = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
