import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { Studio } from '../support/mapper'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('on a phone the mapping is lists: columns are mapped by tapping, nothing is too wide or too small', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await expect(studio.target).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show as trees' })).toHaveCount(0)
  await expectFits()
  await expectAccessible(page)

  await test.step('a column by its list', async () => {
    await page.getByRole('region', { name: 'Columns without a link' }).getByRole('button', { name: 'Map to… Product_Id' }).tap()
    await studio.dialog.getByRole('searchbox', { name: 'Search paths' }).fill('productid')
    await expectFits()
    await expectAccessible(page)
    await studio.dialog.getByRole('option', { name: /productID/ }).first().tap()
    await expect(studio.dialog).toBeHidden()
    await expect(page.getByRole('region', { name: 'Links' }).getByRole('row', { name: /productID.*Product_Id/ })).toBeVisible()
  })

  await test.step('a path by “Add link”', async () => {
    await page.getByRole('button', { name: 'Add link' }).tap()
    await studio.dialog.getByRole('searchbox', { name: 'Search paths' }).fill('productname')
    await studio.dialog.getByRole('option', { name: /productName/ }).first().tap()
    await expect(studio.dialog.getByRole('tab', { name: 'Column' })).toBeVisible()
    await studio.dialog.getByRole('searchbox', { name: 'Search columns' }).fill('product_name')
    await studio.dialog.getByRole('option', { name: /Product_Name/ }).first().tap()
    await expect(studio.counter('mapped')).toHaveText(/^2/)
  })

  await test.step('a calculated field', async () => {
    await page.getByRole('button', { name: 'Actions for productName' }).tap()
    await page.getByRole('menuitem', { name: 'Change source…' }).tap()
    await studio.dialog.getByRole('tab', { name: 'Calculated' }).tap()
    await studio.dialog.getByRole('textbox', { name: 'Expression' }).tap()
    await page.keyboard.type('upper(Product_Name)')
    await expect(studio.dialog.getByText('No errors found.')).toBeVisible()
    await expectFits()
    await expectAccessible(page)
    await studio.dialog.getByRole('button', { name: 'Write calculated field' }).tap()
    await expect(studio.dialog).toBeHidden()
  })

  await test.step('details, suggestions and removal', async () => {
    await page.getByRole('region', { name: 'Links' }).getByRole('button', { name: 'productID', exact: true }).tap()
    await expect(studio.dialog.getByRole('textbox', { name: 'Target' })).toHaveValue('productID')
    await expectFits()
    await expectAccessible(page)
    await studio.dialog.getByRole('button', { name: 'Remove link' }).tap()
    await page.keyboard.press('Escape')
    await expect(studio.dialog).toBeHidden()
    await expect(studio.counter('mapped')).toHaveText(/^1/)
    await page.getByRole('button', { name: 'Suggest links' }).tap()
    await expect(studio.dialog.getByRole('checkbox', { name: /^All / })).toBeVisible()
    await expectFits()
    await expectAccessible(page)
    await studio.dialog.getByRole('button', { name: /^Take \d+ suggestions?$/ }).tap()
    await expect(studio.dialog).toBeHidden()
    await expectFits()
    await page.getByRole('button', { name: /^Undo: / }).tap()
    await expect(studio.counter('mapped')).toHaveText(/^1/)
  })

  /** From the top of the page: nothing scrolls sideways but what is made for it, and whatever is pressed is large enough for a finger (WCAG 2.2, 2.5.8). */
  async function expectFits() {
    const found = await page.evaluate(() => {
      scrollTo(0, 0)
      const tooWide = document.documentElement.scrollWidth > innerWidth ? [`page ${document.documentElement.scrollWidth} px wide`] : []
      const root = document.querySelector('[role="dialog"]') ?? document.querySelector('main') ?? document.body
      const pressed = [...root.querySelectorAll('button, a, input, textarea, summary, [role="option"], [role="tab"], [role="menuitem"]')]
      const tooSmall = pressed.flatMap((element) => {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect()
        const isHidden = width <= 1 || height <= 1 || getComputedStyle(element).visibility === 'hidden'
        return isHidden || (width >= 24 && height >= 24) ? [] : [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent} ${Math.round(width)}×${Math.round(height)}`]
      })
      // Code and tabs are one line to be pushed aside by a finger.
      const sideways = [...root.querySelectorAll('*')].flatMap((element) => {
        const isMeant = element.matches('pre, [role="tablist"]') || !['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
        return isMeant || element.scrollWidth <= element.clientWidth + 1 ? [] : [`${element.tagName}.${element.className} ${element.scrollWidth} px in ${element.clientWidth}`]
      })
      return [...tooWide, ...tooSmall, ...sideways]
    })
    expect(found).toEqual([])
  }
})
