/** The admin with whom the server is started and who signs in to it. */
export const ADMIN = {
  email: process.env['ADMIN_EMAIL'] ?? 'admin@modex.example',
  password: process.env['ADMIN_PASSWORD'] ?? 'a-house-full-of-seats',
} as const;
