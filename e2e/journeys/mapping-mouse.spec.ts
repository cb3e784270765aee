import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { Studio } from '../support/mapper'

test('columns and paths are dragged onto each other, one or several, and every step can be undone', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await studio.recordTranscript()

  await test.step('a column onto a path', async () => {
    await studio.drag(studio.column('Product_Id'), studio.path('productID'))
    await studio.expectSaid('Linked Product_Id to productID')
    expect(await studio.links()).toEqual(['productID ← Product_Id'])
  })

  await test.step('a path onto a column', async () => {
    await studio.drag(studio.path('productName'), studio.column('Product_Name'))
    await studio.expectSaid('Linked Product_Name to productName')
    expect(await studio.links()).toEqual(['productID ← Product_Id', 'productName ← Product_Name'])
  })

  await test.step('several columns onto one path, joined', async () => {
    await studio.column('Product_Name').click()
    await studio.column('Category').click({ modifiers: ['ControlOrMeta'] })
    await expect(studio.source.getByRole('row', { selected: true })).toHaveCount(2)
    await studio.drag(studio.column('Category'), studio.path('productDescription'))
    await studio.expectSaid('Wrote concat(Product_Name, " ", Category) to productDescription')
    expect(await studio.links()).toContain('productDescription ← Calculatedconcat(Product_Name, " ", Category)')
  })

  await test.step('several paths onto one column', async () => {
    await studio.path('productCategoryDescription').click()
    await studio.path('productCategoryName').click({ modifiers: ['Shift'] })
    await expect(studio.target.getByRole('row', { selected: true })).toHaveCount(2)
    await studio.drag(studio.path('productCategoryName'), studio.column('Category'))
    await studio.expectSaid('Linked Category to 2 paths')
    await expect(studio.counter('mapped')).toHaveText(/^5/)
  })

  await test.step('undone and redone, step by step', async () => {
    await studio.undo()
    await studio.undo()
    await studio.expectSaid('Undone: Linked Category to 2 paths', 'Undone: Wrote concat(Product_Name, " ", Category) to productDescription')
    expect(await studio.links()).toEqual(['productID ← Product_Id', 'productName ← Product_Name'])
    await studio.redo()
    await studio.expectSaid('Done again: Wrote concat(Product_Name, " ", Category) to productDescription')
    await expect(studio.counter('mapped')).toHaveText(/^3/)
  })
  await expectAccessible(page)
})

test('while something is dragged every row says whether it fits, and a misfit is refused with the reason', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await studio.recordTranscript()
  await studio.pickUp(studio.column('Rating'))
  await expect(studio.path('productRating')).toContainText('Fits')
  await expect(studio.path('productName')).toContainText('Converts')
  await expect(studio.path('productLastModifiedDate')).toContainText('Does not fit')

  await studio.dragOver(studio.path('productRating'))
  await expect(studio.dragNote).toHaveText('Same type on both sides.')
  await expect(studio.path('productRating')).toHaveAttribute('data-drop-target')
  await studio.dragOver(studio.path('productLastModifiedDate'))
  const reason = 'Adobe does not read numbers as dates. Use a calculated field, for example with dformat.'
  await expect(studio.dragNote).toHaveText(reason)
  await expect(studio.path('productRating')).not.toHaveAttribute('data-drop-target')
  await expect(studio.path('productLastModifiedDate')).not.toHaveAttribute('data-drop-target')

  await studio.drop()
  const refusal = `Rating was not linked to productLastModifiedDate. ${reason}`
  await studio.expectSaid(refusal)
  await expect(studio.whole.getByText(refusal)).toBeVisible()
  await expect(studio.counter('mapped')).toHaveText(/^0/)
  await expect(studio.path('productName'), 'the marks go with the drag').not.toContainText('Converts')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0)
})

test('a link stands out from either end and from its curve, and goes when it is removed', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await studio.drag(studio.column('Product_Id'), studio.path('productID'))
  await studio.drag(studio.column('Description'), studio.path('productDescription'))
  await page.keyboard.press('Escape')
  await page.mouse.move(0, 0)
  await expect(studio.curves).toHaveCount(2)

  await test.step('chosen at one end, the other is chosen too', async () => {
    await studio.column('Product_Id').click()
    await expect(studio.path('productID')).toHaveAttribute('aria-selected', 'true')
    await expect(studio.litCurves).toHaveCount(1)
    await expect(studio.inspector.getByRole('heading', { name: 'Link' })).toBeVisible()
    await studio.path('productDescription').click()
    await expect(studio.column('Description')).toHaveAttribute('aria-selected', 'true')
    await expect(studio.column('Product_Id')).toHaveAttribute('aria-selected', 'false')
  })

  await test.step('what the pointer is on stands out beside what is chosen', async () => {
    await studio.column('Product_Id').hover()
    await expect(studio.litCurves).toHaveCount(2)
    await studio.path('productID').hover()
    await expect(studio.litCurves).toHaveCount(2)
    await studio.path('productCatalogName').hover()
    await expect(studio.litCurves).toHaveCount(1)
  })

  await test.step('a press on the curve chooses its link', async () => {
    const other = studio.curves.and(page.locator(':not([data-on])'))
    await expect(other).toHaveCount(1)
    const middle = await other.locator('path').first().evaluate((path: SVGPathElement) => {
      const { x, y } = path.getPointAtLength(path.getTotalLength() / 2)
      const { left, top } = path.ownerSVGElement?.getBoundingClientRect() ?? { left: 0, top: 0 }
      return { x: left + x, y: top + y }
    })
    await page.mouse.click(middle.x, middle.y)
    await expect(studio.inspector.getByRole('textbox', { name: 'Target' })).toHaveValue('productID')
  })

  await test.step('removed in the inspector, from the list, and taken back', async () => {
    await studio.inspector.getByRole('button', { name: 'Remove link' }).click()
    await expect(studio.curves).toHaveCount(1)
    await page.getByRole('button', { name: 'Show as a list' }).click()
    await page.getByRole('button', { name: 'Actions for productDescription' }).click()
    await page.getByRole('menuitem', { name: 'Remove link' }).click()
    await expect(studio.counter('mapped')).toHaveText(/^0/)
    await studio.undo()
    await studio.undo()
    await page.getByRole('button', { name: 'Show as trees' }).click()
    await expect(studio.curves).toHaveCount(2)
  })
})

test('objects in objects: a closed branch opens under a drag, and an object onto an object pairs what is inside', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('charges'))
  await studio.recordTranscript()

  await test.step('a closed branch opens under what rests on it', async () => {
    await page.getByRole('searchbox', { name: 'Search columns' }).fill('city')
    await expect(studio.path('billingAddress')).toHaveAttribute('aria-expanded', 'false')
    await studio.pickUp(studio.column('data.billing_details.address.city'))
    await studio.dragOver(studio.path('billingAddress'))
    await expect(studio.path('billingAddress')).toHaveAttribute('aria-expanded', 'true')
    await studio.dragOver(studio.path('billingAddress.city'))
    await studio.drop()
    await studio.expectSaid('Linked data.billing_details.address.city to billingAddress.city')
  })

  await test.step('an object onto an object', async () => {
    await page.getByRole('searchbox', { name: 'Search columns' }).fill('billing address')
    await studio.drag(studio.column('data.billing_details.address'), studio.path('billingAddress'))
    await studio.expectSaid(/^Linked \d fields inside data\.billing_details\.address to those of the same name in billingAddress$/)
    const links = await studio.links()
    expect(links).toEqual(expect.arrayContaining([
      'billingAddress.city ← data.billing_details.address.city', 'billingAddress.postalCode ← data.billing_details.address.postal_code',
    ]))
    await studio.undo()
    await expect(studio.counter('mapped')).toHaveText(/^1/)
  })
})

test('the tree scrolls while something is held at its edge', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('charges'))
  await studio.recordTranscript()
  // The lower edge lies behind the bar with the wizard's buttons: what counts is where the tree ends for the eye.
  await studio.pickUp(studio.path('_id'))
  await studio.dragToEdge('source', 'bottom')
  await expect.poll(() => studio.source.evaluate((tree) => tree.scrollHeight - tree.clientHeight - tree.scrollTop), 'down to its end').toBeLessThan(1)
  await studio.dragToEdge('source', 'top')
  await expect.poll(() => studio.source.evaluate((tree) => tree.scrollTop), 'and up again').toBe(0)
  const text = studio.source.locator('[role="row"][aria-description="text"]').first()
  const name = await text.getAttribute('data-key')
  await studio.dragOver(text)
  await studio.drop()
  await studio.expectSaid(`Linked ${name} to _id`)
})

test('searches and filters narrow both sides', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  const columns = page.getByRole('region', { name: 'Source', exact: true })
  const paths = page.getByRole('region', { name: 'XDM schema', exact: true })
  await page.getByRole('searchbox', { name: 'Search columns' }).fill('price')
  await page.getByRole('searchbox', { name: 'Search paths' }).fill('list curr')
  await expect(columns.getByRole('status').first()).toHaveText('2 of 12')
  await expect(paths.getByRole('status').first()).toHaveText('1 of 17')
  expect(await columns.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')))).toEqual(['List_Price_Value', 'List_Price_Currency_Code'])
  expect(await paths.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')))).toEqual(['productListPrice', 'productListPrice.currencyCode'])
  await studio.drag(studio.column('List_Price_Currency_Code'), studio.path('productListPrice.currencyCode'))

  await page.getByRole('searchbox', { name: 'Search paths' }).fill('nowhere')
  await paths.getByRole('button', { name: 'Show all fields' }).click()
  await page.getByRole('searchbox', { name: 'Search columns' }).fill('')
  await expect(columns.getByRole('status').first()).toHaveText('12 fields')
  await expect(paths.getByRole('status').first()).toHaveText('17 fields')

  const keys = (rows: typeof columns) => rows.getByRole('row').evaluateAll((all) => all.map((row) => row.getAttribute('data-key')))
  await studio.counter('mapped').click()
  await expect(studio.counter('mapped')).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => keys(columns)).toEqual(['List_Price_Currency_Code'])
  await expect.poll(() => keys(paths)).toEqual(['productListPrice', 'productListPrice.currencyCode'])
  await studio.counter('unmapped').click()
  await expect(studio.counter('mapped')).toHaveAttribute('aria-pressed', 'false')
  await expect(studio.column('Product_Id')).toBeVisible()
  await expect(studio.column('List_Price_Currency_Code')).toHaveCount(0)
  await expect(studio.path('productListPrice.currencyCode')).toHaveCount(0)
  await studio.counter('unmapped').click()
  await expect(studio.column('List_Price_Currency_Code')).toBeVisible()
})
