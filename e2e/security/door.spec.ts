import { expect, test } from '../support/fixtures'

test('nobody who is not signed in sees a page, reads an address or claims an installation that has an administrator', async ({ browser, instance, signedInState }) => {
  expect(signedInState.cookies.length).toBeGreaterThan(0)
  const context = await browser.newContext({ baseURL: instance.url, storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  for (const address of ['/', '/flows', '/flows/new', '/workspaces', '/settings', '/connections']) {
    await page.goto(address)
    await expect(page, address).toHaveURL(/\/sign-in/)
  }
  const nobody = '00000000-0000-4000-8000-000000000000'
  for (const address of ['/api/flows', `/api/flows/${nobody}`, `/api/flows/${nobody}/provisioning`, `/api/setup/drafts/${nobody}`]) {
    const answer = await context.request.get(address)
    expect(answer.status(), address).toBe(401)
  }
  await page.goto(instance.claimUrl ?? '')
  await expect(page.getByText('This installation has an administrator already')).toBeVisible()
  await context.close()
})

test('every answer forbids framing and foreign scripts, and no inline script runs without its nonce', async ({ page }) => {
  const answer = await page.goto('/')
  const headers = answer?.headers() ?? {}
  expect(headers['content-security-policy']).toMatch(/default-src 'self'/)
  expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
  expect(headers['content-security-policy']).toMatch(/object-src 'none'/)
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['referrer-policy']).toBeTruthy()
  expect(headers['x-powered-by']).toBeUndefined()
})

test('a change that does not come from a page of this app is refused', async ({ instance, signedInState, playwright }) => {
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const context = await playwright.request.newContext({ baseURL: instance.url, storageState: signedInState })
    const answer = await context.post('/api/auth/sign-out', { headers: origin === undefined ? {} : { origin }, data: {} })
    expect(answer.status(), `origin ${origin ?? 'missing'}`).toBe(403)
    await context.dispose()
  }
})
