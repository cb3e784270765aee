-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "changesId" UUID;

-- AlterTable
ALTER TABLE "provisioning" ADD COLUMN     "change" JSONB,
ADD COLUMN     "keeps" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "draft_changesId_idx" ON "draft"("changesId");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_changesId_fkey" FOREIGN KEY ("changesId") REFERENCES "flow"("id") ON DELETE CASCADE ON UPDATE CASCADE;
