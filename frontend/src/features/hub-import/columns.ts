/** The columns of a file of places, in the order of the template. */
export const COLUMNS = [
  ['venue_name', 'name', 'Market Street Library'],
  ['address_1', 'address', '1 Market Street'],
  ['address_2, address_3', 'moreAddress', 'Larkford'],
  ['postcode', 'postcode', 'HX1 1UJ'],
  ['uprn', 'uprn', '100110786953'],
  ['co_located_with', 'coLocated', 'Citizens Advice'],
  ['url', 'website', 'https://www.example.gov.uk/library'],
  ['mon, tue, wed, thu, fri, sat, sun', 'hours', '10:00-13:00,14:00-17:00'],
  ['step_free', 'stepFree', 'yes'],
  ['hearing_loop', 'hearingLoop', 'yes'],
  ['parking', 'parking', 'no'],
  ['accessible_toilet', 'toilet', 'yes'],
  ['quiet_room', 'quietRoom', 'no'],
  ['bus_stop', 'busStop', 'yes'],
] as const
