// Columns and filters that several lists have.

/** The states of a payment. */
export const payment = ['success', 'pending', 'failed'] as const;

/** The column with the state of a payment. */
export const paymentStatus = { id: 'status', kind: 'state', states: payment, width: 6 } as const;

/** A list that the vendor pages, and neither filters, searches nor sorts unless asked. */
export const plain = { filters: [], searches: false, order: null, pages: true } as const;
