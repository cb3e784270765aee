-- AlterTable
ALTER TABLE "draft" ALTER COLUMN "answers" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "flow" ALTER COLUMN "definition" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "provisioning" ALTER COLUMN "change" SET DATA TYPE JSON;
