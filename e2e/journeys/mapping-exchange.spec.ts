import fs from 'node:fs'
import { expectAccessible } from '../support/axe'
import { expect, test } from '../support/fixtures'
import { Studio } from '../support/mapper'

test('a mapping is kept as a template, offered to the next flow of the table, and taken there', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await studio.drag(studio.column('Product_Id'), studio.path('productID'))
  await studio.drag(studio.column('Product_Name'), studio.path('productName'))
  await studio.recordTranscript()
  await studio.choose('Templates…')
  await studio.dialog.getByRole('textbox', { name: 'Save this mapping as' }).fill('Catalogue as products')
  await studio.dialog.getByRole('button', { name: 'Save template' }).click()
  await studio.expectSaid('Working', 'Saved as template Catalogue as products')
  await expect(studio.dialog.getByRole('listitem')).toContainText('2 of 2 links fit here')
  await expectAccessible(page)

  await page.goto(await mappingDrafts.make('products'))
  await expect(page.getByText('The template Catalogue as products fits what is read here: 2 of 2 links.')).toBeVisible()
  await page.getByRole('button', { name: 'Use 2 links of it' }).click()
  await expect(page.getByText('The template Catalogue as products fits')).toHaveCount(0)
  expect(await studio.links()).toEqual(['productID ← Product_Id', 'productName ← Product_Name'])

  await test.step('used again from the dialog, it is compared with what is there', async () => {
    await studio.column('Product_Name').click()
    await studio.inspector.getByRole('button', { name: 'Remove link' }).click()
    await studio.drag(studio.column('Rating'), studio.path('productRating'))
    await studio.choose('Templates…')
    await studio.dialog.getByRole('button', { name: 'Use Catalogue as products' }).click()
    const differences = studio.dialog.getByRole('table', { name: 'Differences between the two mappings' })
    await expect(differences.getByRole('row', { name: /productName/ })).toContainText('Only there')
    await expect(differences.getByRole('row', { name: /productRating/ })).toContainText('Only here')
    await expectAccessible(page)
    await studio.dialog.getByRole('radio', { name: /^Only what is missing here/ }).check({ force: true })
    await studio.dialog.getByRole('button', { name: 'Take over' }).click()
    await expect(studio.dialog).toBeHidden()
    await expect(studio.counter('mapped')).toHaveText(/^3/)
  })

  await test.step('renamed and deleted', async () => {
    await studio.choose('Templates…')
    await studio.dialog.getByRole('button', { name: 'Rename Catalogue as products' }).click()
    await studio.dialog.getByRole('textbox', { name: 'New name' }).fill('Products')
    await studio.dialog.getByRole('button', { name: 'Rename template' }).click()
    await studio.dialog.getByRole('button', { name: 'Delete Products' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete template' }).click()
    await expect(studio.dialog.getByText('No template yet.')).toBeVisible()
  })
})

test('a mapping goes out as a table, comes back changed, and the difference is shown before it is taken', async ({ page, mappingDrafts }) => {
  const studio = new Studio(page)
  await studio.open(await mappingDrafts.addressOf('products'))
  await studio.drag(studio.column('Product_Id'), studio.path('productID'))
  await studio.drag(studio.column('Description'), studio.path('productDescription'))

  const download = page.waitForEvent('download')
  await studio.choose('Export as CSV')
  const file = await download
  expect(file.suggestedFilename()).toBe('PayPal.Catalog_Products.mapping.csv')
  const table = fs.readFileSync(await file.path(), 'utf8')
  expect(table).toBe('sourceType,source,destination\r\nATTRIBUTE,Product_Id,productID\r\nATTRIBUTE,Description,productDescription\r\n')

  const changed = `${table.replace('ATTRIBUTE,Description,', 'EXPRESSION,"concat(Product_Name, "": "", Description)",')}ATTRIBUTE,Product_Name,productName\r\nATTRIBUTE,Gone,productCatalogName\r\n`
  await studio.choose('Import or compare…')
  await studio.dialog.locator('input[type="file"]').or(page.locator('input[type="file"]')).first()
    .setInputFiles({ name: 'changed.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) })
  await expect(studio.dialog.getByText('Columns or paths that are not here are named by 1 link.')).toBeVisible()
  const differences = studio.dialog.getByRole('table', { name: 'Differences between the two mappings' })
  await expect(differences.getByRole('row')).toHaveCount(3)
  await expect(differences.getByRole('row', { name: /productDescription/ })).toContainText('Otherwise')
  await expect(differences.getByRole('row', { name: /productDescription/ })).toContainText('concat(Product_Name, ": ", Description)')
  await expect(differences.getByRole('row', { name: /productName/ })).toContainText('Only there')
  await expectAccessible(page)
  await studio.dialog.getByRole('radio', { name: /^Everything it has/ }).check({ force: true })
  await studio.dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(studio.dialog).toBeHidden()
  expect(await studio.links()).toEqual([
    'productID ← Product_Id', 'productDescription ← Calculatedconcat(Product_Name, ": ", Description)', 'productName ← Product_Name',
  ])
  await studio.undo()
  expect(await studio.links()).toEqual(['productID ← Product_Id', 'productDescription ← Description'])
})
