-- CreateTable
CREATE TABLE "mapping_template" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sourceKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "table" TEXT,
    "document" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mapping_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "mapping_template_sourceKey_name_key" ON "mapping_template"("sourceKey", "name");
