// Columns and filters that several lists have. Must not: describe a list.

export const payment = ['success', 'pending', 'failed'] as const;

export const paymentStatus = { id: 'status', kind: 'state', states: payment } as const;

export const plain = { filters: [], searches: false, order: null, pages: true } as const;
