import { sessionHeaders, whenRefused } from './http';
import { ApiProblem, type ProblemBody } from './problem';

function read(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return {};
  }
}

/**
 * Sends a form with files and tells how much of it is through, 0 to 1; `fetch` cannot tell that. It is sent once: whoever is not sure asks.
 * @throws ApiProblem for every answer that is not 2xx, and with status 0 when no answer came.
 */
export function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    for (const [name, value] of Object.entries(sessionHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(total > 0 ? loaded / total : 1);
    request.onerror = () => reject(new ApiProblem(0, { code: 'web.offline' }));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as T);
      const problem = new ApiProblem(request.status, read(request.responseText));
      whenRefused(problem.status);
      return reject(problem);
    };
    request.send(form);
  });
}
