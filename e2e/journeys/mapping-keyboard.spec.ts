import type { Locator } from '@playwright/test'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { forbidPointer, tabTo } from '../support/keyboard'
import { Studio } from '../support/mapper'

const toSchema = 'Move through the schema with the arrow keys, press Enter to link, Escape to let go.'
const toColumns = 'Move through the columns with the arrow keys, press Enter to link, Escape to let go.'

test('picking up, moving, dropping and letting go by keyboard are announced sentence by sentence', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  const expectNoPointer = await forbidPointer(page)
  await page.reload()
  await expect(studio.target).toBeVisible()
  await studio.recordTranscript()
  const back = (target: Locator) => tabTo(page, target, 120, 'Shift+Tab')
  const press = (...keys: string[]) => keys.reduce(async (before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())

  await test.step('a column to the path that is nearest by name', async () => {
    await tabTo(page, studio.source)
    await page.keyboard.type('product_n')
    await expect(studio.column('Product_Name')).toBeFocused()
    await press('Enter')
    await expect(studio.path('productName')).toBeFocused()
    await studio.expectSaid(
      `Product_Name picked up. ${toSchema}`,
      `Product_Name picked up. ${toSchema} productName: Fits. Same type on both sides.`,
    )
    await expect(page.getByText('Linking Product_Name: choose its target and press Enter.')).toBeVisible()
    await expectAccessible(page)
    await press('ArrowDown', 'ArrowUp')
    await studio.expectSaid(
      'productRating: May lose. Text becomes a number; what is no number becomes null.',
      'productName: Fits. Same type on both sides.',
    )
    await press('Enter')
    await studio.expectSaid('Linked Product_Name to productName')
    await expect(page.getByText('Linking Product_Name')).toHaveCount(0)
  })

  await test.step('a misfit is refused and stays in hand until it is let go', async () => {
    await back(studio.source)
    await press('End', 'ArrowUp')
    await expect(studio.column('Rating')).toBeFocused()
    await press('Enter')
    await expect(studio.path('productRating')).toBeFocused()
    await press('ArrowUp', 'ArrowUp')
    await press('Enter')
    await studio.expectSaid(
      `Rating picked up. ${toSchema}`,
      `Rating picked up. ${toSchema} productRating: Fits. Same type on both sides.`,
      'productName: Converts. The number is written as text.',
      'productManufacturedDate: Does not fit. Adobe does not read numbers as dates. Use a calculated field, for example with dformat.',
      'Rating was not linked to productManufacturedDate. Adobe does not read numbers as dates. Use a calculated field, for example with dformat.',
    )
    await press('Escape')
    await studio.expectSaid('Let go.')
    await expect(studio.column('Rating')).toBeFocused()
  })

  await test.step('a path to a column', async () => {
    await tabTo(page, studio.target)
    await press('Home', ...Array.from({ length: 6 }, () => 'ArrowDown'))
    await expect(studio.path('productID')).toBeFocused()
    await press('Enter')
    await expect(studio.column('Product_Id')).toBeFocused()
    await press('Enter')
    await studio.expectSaid(
      `productID picked up. ${toColumns}`,
      `productID picked up. ${toColumns} Product_Id: Fits. Same type on both sides.`,
      'Linked Product_Id to productID',
    )
  })

  await test.step('several columns at once', async () => {
    await press('Home', 'ArrowDown')
    await press('Shift+ArrowDown')
    await expect(studio.source.getByRole('row', { selected: true })).toHaveCount(2)
    await press('Enter')
    await expect(studio.path('productDescription')).toBeFocused()
    await press('Enter')
    await studio.expectSaid(
      `2 fields picked up. ${toSchema}`,
      `2 fields picked up. ${toSchema} productDescription: Converts. The texts are joined, with a blank between them.`,
      'Wrote concat(Product_Name, " ", Description) to productDescription',
    )
  })

  await test.step('undo and redo', async () => {
    await press('ControlOrMeta+z', 'ControlOrMeta+z')
    await press('ControlOrMeta+Shift+z')
    await studio.expectSaid(
      'Undone: Wrote concat(Product_Name, " ", Description) to productDescription', 'Undone: Linked Product_Id to productID', 'Done again: Linked Product_Id to productID',
    )
    await press('ControlOrMeta+y')
    await studio.expectSaid('Done again: Wrote concat(Product_Name, " ", Description) to productDescription')
  })

  await test.step('to the other end of a link, and the link removed', async () => {
    await back(studio.source)
    await press('Home')
    await expect(studio.column('Product_Id')).toBeFocused()
    await press('Shift+Enter')
    await expect(studio.path('productID')).toBeFocused()
    await press('Delete')
    await studio.expectSaid('Removed the link from Product_Id to productID')
  })

  await test.step('“Map to…” by typing', async () => {
    await back(studio.source)
    await press('ControlOrMeta+Enter')
    await expect(studio.dialog.getByRole('heading', { name: /^Map Product_Id to…$/ })).toBeVisible()
    await expect(studio.dialog.getByRole('searchbox', { name: 'Search paths' })).toBeFocused()
    await page.keyboard.type('productID')
    await expect(studio.dialog.getByRole('option').first()).toContainText('productID')
    await expectAccessible(page)
    await expect(studio.dialog.getByRole('option').first()).toHaveAttribute('data-focused', 'true')
    await press('Enter')
    await expect(studio.dialog).toBeHidden()
    await expect(studio.path('productID')).toHaveAttribute('aria-description', /Written from Product_Id/)
    await expect(studio.column('Product_Id'), 'the focus comes back').toBeFocused()
  })

  await test.step('the keys are listed', async () => {
    await press('?')
    await expect(studio.dialog.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible()
    await expect(studio.dialog.getByText('Go to the other end of the link')).toBeVisible()
    await expect(studio.dialog.getByRole('term')).toHaveCount(13)
    await press('Escape')
    await expect(studio.dialog).toBeHidden()
  })
  await expectNoPointer()
})

test('a tree of objects is gone through by arrows, Home, End, letters and its search', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('charges'))
  await tabTo(page, studio.source)
  await page.keyboard.press('Home')
  await expect(studio.column('data')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(studio.source.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(studio.source.getByRole('row').last()).toBeFocused()
  await expect(studio.source.getByRole('row').last()).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(studio.column('data')).toBeFocused()
  await page.keyboard.type('outc')
  await expect(studio.column('data.outcome')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await expect(studio.column('data.outcome'), 'from a child to what holds it').toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(studio.column('data.outcome')).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowRight')
  await expect(studio.column('data.outcome')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('PageUp')
  await expect(studio.column('data.outcome')).not.toBeFocused()
  await expect(studio.source.locator('[role="row"]:focus')).toBeInViewport()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search columns' })).toBeFocused()
  await page.keyboard.type('postal')
  await expect(studio.source.getByRole('row', { name: 'postal_code', exact: true })).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(studio.source.locator('[role="row"]:focus'), 'what was found, not what leads to it').toHaveAttribute('data-key', /postal[^.]*$/)

  await tabTo(page, studio.target)
  await page.keyboard.press('Home')
  await page.keyboard.type('commerce')
  await page.keyboard.press('ArrowRight')
  await expect(studio.path('commerce')).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(studio.target.locator('[role="row"][data-key^="commerce."]').first()).toBeFocused()
})
