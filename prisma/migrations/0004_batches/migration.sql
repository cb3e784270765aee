-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "error" JSONB,
ADD COLUMN     "preparation" TEXT;

-- AlterTable
ALTER TABLE "flow" ADD COLUMN     "batchId" UUID;

-- AlterTable
ALTER TABLE "resource" ADD COLUMN     "failedAt" TIMESTAMPTZ(3),
ADD COLUMN     "makerId" UUID,
ADD COLUMN     "shareKey" TEXT;

-- AlterTable
ALTER TABLE "flow_resource" ADD COLUMN     "released" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "choices" JSONB,
    "preparingUntil" TIMESTAMPTZ(3),
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "batch_createdAt_idx" ON "batch"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "draft_batchId_idx" ON "draft"("batchId");

-- CreateIndex
CREATE INDEX "flow_batchId_idx" ON "flow"("batchId");

-- CreateIndex
CREATE UNIQUE INDEX "resource_shareKey_key" ON "resource"("shareKey");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flow" ADD CONSTRAINT "flow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisioning" ADD CONSTRAINT "provisioning_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;
