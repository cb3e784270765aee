import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts')

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Documents come to the server as text: one of four megabytes, or many small ones (lib/flows/read-document).
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  // These open sockets and load native or WASM code; bundling them breaks both.
  serverExternalPackages: ['pg', 'pg-boss', '@prisma/client', '@prisma/adapter-pg', 'better-auth'],
}

export default withNextIntl(nextConfig)
