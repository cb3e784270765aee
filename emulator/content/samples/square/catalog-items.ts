import { good, priceOf } from '../support/goods'
import { sampleTable } from '../support/sample-table'
import { dayMs } from '../support/time'
import { moneyColumns } from './payments'
import { squareIds } from './square-ids'

/** `Square.Catalog_Items`: what is for sale; an item comes again when it is changed or taken off the shelf. */
export const catalogItems = sampleTable({
  name: 'Square.Catalog_Items',
  deltaColumn: 'Updated_At',
  gapMs: dayMs / 2,
  updateShare: 0.4,
  flaws: [{ every: 53, at: 17, column: 'Catalog_Object_Id', value: null }],
  columns: {
    Catalog_Object_Id: 'string', Variation_Id: 'string', Name: 'string', Variation_Name: 'string', Description: 'string', Sku: 'string', Category_Name: 'string',
    Product_Type: 'string', Price_Money_Amount: 'integer', Price_Money_Currency: 'string', Is_Taxable: 'boolean', Is_Deleted: 'boolean',
    Present_At_All_Locations: 'boolean', Image_Url: 'string', Version: 'integer', Updated_At: 'date-time',
  },
  row({ index, stage, atMs, draw }) {
    const item = good(index)
    const [name = item.name, variation = 'Regular'] = item.name.split(', ')
    return {
      Catalog_Object_Id: squareIds.item(index),
      Variation_Id: squareIds.variation(index),
      Name: name,
      Variation_Name: variation,
      Description: item.description,
      Sku: item.sku,
      Category_Name: item.category,
      Product_Type: item.type === 'SERVICE' ? 'APPOINTMENTS_SERVICE' : 'REGULAR',
      ...moneyColumns('Price_Money', draw.chance(0.1) ? null : priceOf(index, 'USD')),
      Is_Taxable: draw.chance(0.9),
      Is_Deleted: stage > 2,
      Present_At_All_Locations: draw.chance(0.7),
      Image_Url: draw.chance(0.5) ? `https://items.example.com/${item.sku.toLowerCase()}.png` : null,
      // Square counts versions in milliseconds.
      Version: atMs,
    }
  },
})
