import { Controller, Get, Module } from '@nestjs/common';
import { startTestApi } from '@modex/testing/accounts';

@Controller('undeclared')
class UndeclaredController {
  @Get()
  open(): string {
    return 'open';
  }
}

@Module({ controllers: [UndeclaredController] })
class UndeclaredModule {}

it('a route that does not say for whom it is is open to nobody', async () => {
  const api = await startTestApi({ imports: [UndeclaredModule] });
  try {
    const admin = await api.admin();
    expect((await api.get('/api/undeclared')).status).toBe(401);
    expect((await api.get('/api/undeclared', { token: admin.token })).status).toBe(403);
  } finally {
    await api.close();
  }
});
