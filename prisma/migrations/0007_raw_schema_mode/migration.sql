-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "rawSchemaMode" TEXT NOT NULL DEFAULT 'adhoc';
