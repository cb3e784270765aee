-- CreateTable
CREATE TABLE "rate_budget" (
    "orgId" TEXT NOT NULL,
    "freeAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "rate_budget_pkey" PRIMARY KEY ("orgId")
);
