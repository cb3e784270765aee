import { expect, type Page } from '@playwright/test'

/** Reads every answer that the page receives; `expectNowhere` fails when one of them held the secret. */
export function watchForSecret(page: Page, secret: string) {
  const found: string[] = []
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    reading.push(
      response.text().then(
        (text) => {
          if (text.includes(secret)) found.push(response.url())
        },
        // Redirects and answers to pages left behind have no body to read.
        () => undefined,
      ),
    )
  })
  return async (...elsewhere: string[]) => {
    await Promise.all(reading)
    expect(reading.length).toBeGreaterThan(10)
    expect(found).toEqual([])
    for (const text of elsewhere) expect(text).not.toContain(secret)
  }
}
