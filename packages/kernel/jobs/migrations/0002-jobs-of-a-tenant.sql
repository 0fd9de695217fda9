create index jobs_tenant on jobs (tenant_id);
