import { Controller, Get, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { downloadDisposition, refuseBrokenForm, Require, SAFE_DOWNLOAD_HEADERS } from '#platform';
import { isVisibility, VISIBILITIES, type Visibility } from '../domain/ticket.js';
import { Conversation } from '../reads/conversation.js';
import { AttachmentFiles } from '../store/attachment-files.js';
import { AttachFile } from '../use-cases/attach-file.js';
import { AttachmentResponse, AttachmentsResponse } from './responses/conversation.response.js';
import type { WithHeaders } from './tickets.controller.js';

interface MultipartRequest {
  isMultipart(): boolean;
  parts(): AsyncIterableIterator<Multipart>;
}

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary' },
    commentId: { type: 'string', format: 'uuid' },
    visibility: { type: 'string', enum: [...VISIBILITIES] },
  },
};

/** Files of tickets. */
@Controller()
@Require('ticket.read')
export class AttachmentsController {
  constructor(
    private readonly conversation: Conversation,
    private readonly attachFile: AttachFile,
    private readonly files: AttachmentFiles,
  ) {}

  @Get('tickets/:id/attachments')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AttachmentsResponse> {
    return { items: await this.conversation.attachments(actor, id) };
  }

  /** `multipart/form-data` with `file`, and `commentId` or `visibility` where wanted. */
  @Post('tickets/:id/attachments')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async attach(@CurrentActor() actor: Actor, @Param('id') id: string, @Req() request: MultipartRequest): Promise<AttachmentResponse> {
    const fields = new Map<string, unknown>();
    const parts = request.isMultipart() ? request.parts() : undefined;
    const file = parts && (await nextFile(parts, fields));
    if (!parts || !file)
      throw new DomainError('tickets.attachment-missing', {}, 'invalid', [{ pointer: '/file', code: 'tickets.attachment-missing' }]);
    const rest = async (): Promise<{ commentId: string | undefined; visibility: Visibility | undefined }> => {
      await nextFile(parts, fields);
      return readFields(fields);
    };
    const input = { name: file.filename, content: file.file, rest };
    const added = await this.attachFile.execute(actor, id, input).catch(refuseBrokenForm);
    const attachment = (await this.conversation.attachments(actor, added.ticketId)).find((one) => one.id === added.id);
    if (!attachment) throw notFound('tickets.attachment');
    return attachment;
  }

  /** The original, for saving. */
  @Get('attachments/:id/content')
  async content(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    return this.send(actor, id, 'content', reply);
  }

  /** A picture drawn anew as WebP. */
  @Get('attachments/:id/preview')
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    return this.send(actor, id, 'preview', reply);
  }

  private async send(actor: Actor, id: string, what: 'content' | 'preview', reply: WithHeaders): Promise<StreamableFile> {
    if (!UUID.test(id)) throw notFound('tickets.attachment');
    const attachment = await this.conversation.attachment(actor, id);
    const found = what === 'preview' && !attachment.hasPreview ? undefined : await this.files.read(attachment.sha256, what);
    if (!found) throw notFound('tickets.attachment');
    for (const [name, value] of Object.entries(SAFE_DOWNLOAD_HEADERS)) reply.header(name, value);
    const disposition = what === 'preview' ? 'inline' : downloadDisposition(attachment.name);
    return new StreamableFile(found.stream, {
      type: what === 'preview' ? 'image/webp' : attachment.mediaType,
      disposition,
      length: found.size,
    });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads parts until the next file, keeping the fields on the way. */
async function nextFile(parts: AsyncIterableIterator<Multipart>, fields: Map<string, unknown>): Promise<MultipartFile | undefined> {
  const advance = (): ReturnType<typeof parts.next> => parts.next().catch(refuseBrokenForm);
  for (let next = await advance(); next.done !== true; next = await advance()) {
    if (next.value.type === 'file') return next.value;
    fields.set(next.value.fieldname, next.value.value);
  }
  return undefined;
}

function readFields(fields: ReadonlyMap<string, unknown>): { commentId: string | undefined; visibility: Visibility | undefined } {
  const refuse = (field: string): never => {
    throw new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer: `/${field}`, code: 'platform.field-is-in' }]);
  };
  const [commentId, visibility] = [fields.get('commentId'), fields.get('visibility')];
  if (commentId !== undefined && !(typeof commentId === 'string' && UUID.test(commentId))) refuse('commentId');
  if (visibility !== undefined && !isVisibility(visibility)) refuse('visibility');
  return { commentId: commentId as string | undefined, visibility: visibility as Visibility | undefined };
}
