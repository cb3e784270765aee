-- AlterTable
ALTER TABLE "flow" ADD COLUMN     "adobeSchedule" JSONB,
ADD COLUMN     "adobeStateSince" TIMESTAMPTZ(3),
ADD COLUMN     "healthSince" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "workspace_sync" (
    "workspaceId" UUID NOT NULL,
    "triedAt" TIMESTAMPTZ(3),
    "succeededAt" TIMESTAMPTZ(3),
    "error" JSONB,
    "clockOffsetMs" BIGINT NOT NULL DEFAULT 0,
    "watermark" TIMESTAMPTZ(3),
    "leaseOwner" UUID,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_sync_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateIndex
CREATE INDEX "run_startedAt_idx" ON "run"("startedAt");

-- AddForeignKey
ALTER TABLE "workspace_sync" ADD CONSTRAINT "workspace_sync_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
