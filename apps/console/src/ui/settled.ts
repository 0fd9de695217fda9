import { createContext, useContext } from 'react'

/** Inside a drawer: says that what was typed is kept, so leaving asks nothing any more. A form that was refused does not call it. */
export const Settled = createContext(() => undefined as void)

/** What a form calls when the server has taken what was typed, or the person has given it up. */
export const useSettled = () => useContext(Settled)
