import { fieldGroup, link, list, text } from '../build'

const product = ['classes/product']

/** Field groups for the Product class. */
export const productFieldGroups = [
  fieldGroup({
    path: 'mixins/product-identifiers',
    title: 'Product Identifiers',
    description: 'Numbers and words by which a product is found.',
    intendedToExtend: product,
    fields: {
      productSKU: text('The stock keeping unit.'),
      productGTIN: text('The number in the bar code.'),
      productImageURL: link('A picture of it.'),
      productSearchKeywords: list(text(), 'Words that should find it.'),
    },
  }),
  fieldGroup({
    path: 'mixins/product-category',
    title: 'Product Category',
    description: 'The category a product belongs to.',
    intendedToExtend: product,
    fields: {
      productCategoryName: text('The name of the category.'),
      productCategoryDescription: text('What belongs into it.'),
      productSubcategoryName: text('The name of the category below.'),
      productSubcategoryDescription: text('What belongs into that.'),
    },
  }),
  fieldGroup({
    path: 'mixins/product-catalog',
    title: 'Product Catalog',
    description: 'The catalogue a product is listed in.',
    intendedToExtend: product,
    fields: {
      productCatalogName: text('The name of the catalogue.'),
      productCatalogDescription: text('What the catalogue holds.'),
    },
  }),
  fieldGroup({
    path: 'mixins/product-catalog-category',
    title: 'Product Catalog Category',
    description: 'The place of a product within a catalogue.',
    intendedToExtend: product,
    fields: {
      productCatalogCategoryName: text('The category in the catalogue.'),
      parentProductCatalogCategoryName: text('The category above it.'),
    },
  }),
  fieldGroup({
    path: 'mixins/product-brand',
    title: 'Product Brand',
    description: 'Pages and pictures that a brand shows of a product.',
    intendedToExtend: product,
    fields: { productPageURL: link('The page of the product.'), productImageURL: link('A picture of it.') },
  }),
  fieldGroup({
    path: 'mixins/product-measurement',
    title: 'Product Measurement',
    description: 'Size and unit of a product.',
    intendedToExtend: product,
    fields: {
      productSize: text('How large it is.'),
      unitOfMeasureName: text('The unit, in words.'),
      unitOfMeasureCode: text('The unit, as a code.'),
    },
  }),
]
