import { CSPProvider } from '@base-ui/react/csp-provider'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#api/client.ts'
import { router } from '#router.tsx'
import { keepShell } from '#shell/keep-shell.ts'
import { followSystem } from '#shell/theme.ts'
import { wearHome } from '#ui/brand-look.ts'
import { nameHome, startWords } from '#words/language.ts'
import { lettersHere } from '#words/letters.ts'
import './styles.css'
import './shell/print.css'

const Toasts = lazy(() => import('#ui/toasts.tsx').then((it) => ({ default: it.Toasts })))
keepShell()
followSystem()
await startWords()
await lettersHere()
nameHome(wearHome())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Suspense>
          <Toasts />
        </Suspense>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
)
