import './styles/fonts.css'
import './styles/govuk.scss'
import './styles/tokens.css'
import './styles/alongside.css'
import './text/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { newQueryClient } from './api/queries'
import { routes } from './app/router'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
const client = newQueryClient()
const router = createBrowserRouter(routes(client))
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
